// The desk's own program, asked over loopback (reviewer/desk/API.md). The token came in the URL's fragment;
// it is taken out of the address at once and lives in this module only.

export interface State {
  locked: boolean;
  evaluation: boolean;
  label: string;
  roles: string[];
  roster_expires: string;
  days_left: number;
  server: "reachable" | "unreachable";
  sending?: { done: number; all: number }; // files on their way to the service
}

export interface InboxRow {
  case: string;
  day: string;
  new: number;
  messages: number;
  attachments: number;
  answered: boolean;
  fault?: string;
}

export interface Inbox {
  checkpoint: { size: number };
  cases: InboxRow[];
}

export interface Attachment {
  env: string;
  name: string;
  type: string;
  size: number;
}

export type Answer = { id: string; value: string } | { id: string; values: string[] };

export interface Message {
  kind: "report" | "message" | "reply" | "note";
  seq: number;
  day: string;
  author: string;
  plain: boolean;
  lang?: string;
  form?: string;
  answers?: Answer[];
  text?: string;
  type?: string;
  status?: string;
  look_again?: string;
  due?: string;
  excluded?: string[];
  attachments: Attachment[];
  fault?: string;
}

export interface Case {
  case: string;
  leaf: { index: number; size: number };
  next_reply: number;
  status: string; // that the reporter was told last
  may_follow: string[];
  messages: Message[];
  gap: boolean;
}

export interface Reply {
  case: string;
  type: string;
  status: string;
  text: string;
  look_again: string;
  due?: string;
}

export class Fault extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const token = window.location.hash.slice(1);
window.history.replaceState(null, "", "/");

async function ask(path: string, body?: unknown): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: { "x-parapet-token": token, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Fault("desk-stopped");
  }
  if (answer.ok) return answer;
  const refusal = (await answer.json().catch(() => ({}))) as { error?: string };
  throw new Fault(refusal.error ?? "unavailable");
}

async function askJson<T>(path: string, body?: unknown): Promise<T> {
  return (await (await ask(path, body)).json()) as T;
}

export const state = (): Promise<State> => askJson("/api/state");
export const unlock = (passphrase: string): Promise<State> => askJson("/api/unlock", { passphrase });
export const lock = (): Promise<State> => askJson("/api/lock", {});
export const inbox = (): Promise<Inbox> => askJson("/api/inbox", {});
export const read = (id: string, purpose: string): Promise<Case> =>
  askJson("/api/read", { case: id, purpose, no_conflict: true });
export const reply = (answer: Reply): Promise<{ leaf: number }> => askJson("/api/reply", answer);
// Files go through the desk's own program, which seals them as they come: `taken` is told how far that is.
export function replyWithFiles(answer: Reply, files: readonly File[], taken: (part: number) => void): Promise<{ leaf: number }> {
  const facts = files.map(({ name, type, size }) => ({ name, type: type.slice(0, 127), size }));
  const head = new TextEncoder().encode(JSON.stringify({ ...answer, files: facts }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest(); // fetch() does not say how far a body is
    request.open("POST", "/api/reply-with-files");
    request.setRequestHeader("x-parapet-token", token);
    request.upload.addEventListener("progress", ({ loaded, total }) => taken(loaded / total));
    request.addEventListener("error", () => failed(new Fault("desk-stopped")));
    request.addEventListener("load", () => {
      const said = JSON.parse(request.responseText || "{}") as { leaf?: number; error?: string };
      if (request.status === 200 && said.leaf !== undefined) done({ leaf: said.leaf });
      else failed(new Fault(said.error ?? "unavailable"));
    });
    request.send(new Blob([length, head, ...files]));
  });
}
export const recuse = (id: string): Promise<{ leaf: number }> => askJson("/api/recuse", { case: id });
export const attachment = async (id: string, env: string): Promise<Blob> =>
  (await ask("/api/attachment", { case: id, env })).blob();
