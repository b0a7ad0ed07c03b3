// What a picture told about its maker, as codes. The page has a sentence for each; the order is the order of telling.
// The rules that this folder follows, with its C++ twin: intake/client/metadata/README.md.

export const findings = [
  "place", "time", "device", "author", "software", "comment", "history", "thumbnail", "appended", "colours", "more",
] as const;
export type Finding = (typeof findings)[number];

export class Found {
  private readonly all = new Set<Finding>();

  add(...some: readonly Finding[]): void {
    for (const one of some) this.all.add(one);
  }

  get list(): Finding[] {
    return findings.filter((one) => this.all.has(one));
  }
}
