// What the oldest browsers of needs.ts lack, and the page or noble uses all the same.

function lend(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { configurable: true, writable: true, value });
}

lend(Array.prototype, "at", function (this: unknown[], place: number) {
  return this[place < 0 ? this.length + place : place];
});
lend(Object, "hasOwn", (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name));

export {};
