// What the page is made of besides its script: words, forms and, in the offline page, the office's keys. Beside the
// service they are asked from it; the offline page carries them in itself and reaches for nothing.

const carried = document.getElementById("supplies")?.textContent;
const supplies: Readonly<Record<string, unknown>> | undefined =
  carried === undefined || carried === null ? undefined : (JSON.parse(carried) as Record<string, unknown>);

export const offline = supplies !== undefined;

// By its path; undefined when there is no such thing.
export async function supply<T>(path: string): Promise<T | undefined> {
  if (supplies !== undefined) return supplies[path] as T | undefined;
  const answer = await fetch(path);
  return answer.ok ? ((await answer.json()) as T) : undefined;
}
