// Leaves for a blank page; nothing of this one stays reachable with the back button.
export function leave(): void {
  window.location.replace("about:blank");
}
