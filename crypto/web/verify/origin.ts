// `scheme://host[:port]`, http or https, lower case, no path.

import { Refusal } from "../base/refusal.js";
import { parseNumber } from "./note_text.js";

function isPort(text: string): boolean {
  try {
    const port = parseNumber(text);
    return port >= 1 && port <= 65_535;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

export function isOrigin(text: string): boolean {
  const match = /^https?:\/\/(.*)$/s.exec(text);
  if (match === null) return false;
  let host = match[1] ?? "";
  const colon = host.endsWith("]") ? -1 : host.lastIndexOf(":");
  if (colon >= 0) {
    if (!isPort(host.slice(colon + 1))) return false;
    host = host.slice(0, colon);
  }
  if (host.startsWith("[")) return /^\[[a-f0-9:.]{3,}\]$/.test(host);
  return host.length <= 253 && /^[a-z0-9.-]+$/.test(host);
}
