// The way out, by the button above every screen or by the Escape key three times. The page is emptied first: what a
// browser may keep for its back button holds nothing to read, and is loaded anew when somebody comes back to it.

let left = false;

export function leaving(): boolean {
  return left;
}

// Leaves at once for a blank page, which asks no other host.
export function leave(): void {
  left = true;
  document.body.replaceChildren();
  window.location.replace("about:blank");
}

const presses = 3;
const within = 2000; // milliseconds

export function leaveByKey(): void {
  let times: number[] = [];
  document.addEventListener("keydown", (event) => {
    times = event.key === "Escape" ? [...times, event.timeStamp].filter((time) => event.timeStamp - time < within) : [];
    if (times.length >= presses) leave();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && left) window.location.reload();
  });
}
