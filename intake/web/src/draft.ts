// What a person is writing. It lives in this page's memory and nowhere else.

export interface Question {
  id: string;
  type: "long" | "short";
  required: boolean;
  max_bytes: number;
}

export interface Form {
  id: string;
  version: number;
  questions: Question[];
}

export class Draft {
  readonly answers = new Map<string, string>();
  readonly excluded = new Set<string>(); // person ids, hex
  files: File[] = [];

  get started(): boolean {
    return this.files.length > 0 || [...this.answers.values()].some((answer) => answer.trim() !== "");
  }

  // The answers that say something, in the form's order.
  filled(form: Form): Record<string, string> {
    const out: Record<string, string> = {};
    for (const question of form.questions) {
      const answer = this.answers.get(question.id)?.trim() ?? "";
      if (answer !== "") out[question.id] = answer;
    }
    return out;
  }
}

export const mostFiles = 20;
export const largestFile = 2 ** 30;

export interface FileChoice {
  kept: File[];
  empty: File[];
  large: File[];
  many: boolean;
}

// What of the newly chosen files fits beside those already there. Nothing is left out in silence.
export function choose(already: readonly File[], chosen: readonly File[]): FileChoice {
  const empty = chosen.filter((file) => file.size === 0);
  const large = chosen.filter((file) => file.size > largestFile);
  const fitting = chosen.filter((file) => file.size > 0 && file.size <= largestFile);
  const all = [...already, ...fitting];
  return { kept: all.slice(0, mostFiles), empty, large, many: all.length > mostFiles };
}
