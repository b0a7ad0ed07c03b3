// The files a person chose, in order, and what becomes of each before it is sealed.

import { blobSource } from "../../../../crypto/web/seal/source.js";
import { assemble, clean } from "../metadata/clean.js";
import type { Finding } from "../metadata/found.js";
import { type Inside, insideOf, namedPicture } from "./inside.js";
import { fitting, ofOriginal } from "./name.js";

export const mostFiles = 20;
export const largestFile = 2 ** 30;
const largeByPhone = 100 * 2 ** 20;

export type Look =
  | { is: "looking"; part: number } // 0 to 1
  | { is: "cleaned"; found: Finding[]; blob: Blob }
  | { is: "damaged" } // begins like a picture and does not go on like one: nothing was removed
  | { is: "misnamed" } // named like a picture and is none
  | { is: "other"; inside: Inside };

export interface NameAndSize {
  name: string;
  size: number;
}

export class ChosenFile {
  look: Look = { is: "looking", part: 0 };
  alsoOriginal = false;
  private typed: string;
  readonly looked: Promise<void>;

  constructor(
    readonly original: File,
    private readonly told: () => void, // called after each step of looking
  ) {
    this.typed = original.name;
    this.looked = this.lookInside();
  }

  get name(): string {
    return fitting(this.typed);
  }

  // An empty name is none: the file keeps the one it has.
  rename(typed: string): void {
    this.typed = typed.trim() === "" ? this.original.name : typed;
  }

  // What is sealed for this file. Asked for only once it was looked into: an original is never sent by haste.
  get toSeal(): File[] {
    if (this.look.is === "looking") throw new Error("a file is not looked into yet");
    if (this.look.is !== "cleaned") return [this.file(this.original, this.name)];
    const cleaned = this.file(this.look.blob, this.name);
    return this.alsoOriginal ? [cleaned, this.file(this.original, ofOriginal(this.name))] : [cleaned];
  }

  get shown(): NameAndSize[] {
    return this.look.is === "looking" ? [{ name: this.name, size: this.original.size }] : this.toSeal;
  }

  // The day of change is part of a File, but not of what is sealed.
  private file(blob: Blob, name: string): File {
    return new File([blob], name, { type: blob.type, lastModified: this.original.lastModified });
  }

  private async lookInside(): Promise<void> {
    const { name, type, size } = this.original;
    try {
      const cleaned = await clean(blobSource(this.original), (seen) => {
        this.look = { is: "looking", part: seen / size };
        this.told();
      });
      if (cleaned !== undefined) this.look = { is: "cleaned", found: cleaned.found, blob: assemble(this.original, cleaned) };
      else this.look = namedPicture(name, type) ? { is: "misnamed" } : { is: "other", inside: insideOf(name, type) };
    } catch {
      this.look = { is: "damaged" };
    }
    this.told();
  }
}

export interface FileChoice {
  empty: File[];
  large: File[];
  long: File[]; // taken, but large for a telephone
  many: boolean;
}

export class ChosenFiles {
  readonly list: ChosenFile[] = [];

  // Untouched originals count, too.
  get room(): number {
    return mostFiles - this.shown.length;
  }

  // Takes what fits; nothing is left out in silence.
  add(files: readonly File[], told: (file: ChosenFile) => void): FileChoice {
    const fitting = files.filter((file) => file.size > 0 && file.size <= largestFile);
    const many = fitting.length > this.room;
    for (const file of fitting.slice(0, Math.max(0, this.room))) {
      const one: ChosenFile = new ChosenFile(file, () => told(one));
      this.list.push(one);
    }
    return {
      empty: files.filter((file) => file.size === 0),
      large: files.filter((file) => file.size > largestFile),
      long: fitting.filter((file) => file.size > largeByPhone),
      many,
    };
  }

  remove(file: ChosenFile): void {
    this.list.splice(this.list.indexOf(file), 1);
  }

  get shown(): NameAndSize[] {
    return this.list.flatMap((file) => file.shown);
  }

  async looked(): Promise<void> {
    await Promise.all(this.list.map((file) => file.looked));
  }

  async toSeal(): Promise<File[]> {
    await this.looked();
    return this.list.flatMap((file) => file.toSeal);
  }
}
