// What the page needs of a browser beyond the syntax it is built to (build.mjs). The oldest that have all of it are
// Chrome and Edge 87, Firefox 78 and Safari 14.1; an older one gets the other ways to the office.

export function canSeal(): boolean {
  const { BigInt, Intl: intl } = globalThis as { BigInt?: unknown; Intl?: Record<string, unknown> };
  const needed = [
    BigInt,
    intl?.["PluralRules"],
    intl?.["ListFormat"],
    globalThis.TextEncoder,
    globalThis.fetch,
    globalThis.crypto?.getRandomValues,
    DataView.prototype.getBigUint64,
    Array.prototype.flatMap,
    Object.fromEntries,
    Blob.prototype.arrayBuffer,
    Element.prototype.replaceChildren,
  ];
  return needed.every((one) => typeof one === "function");
}
