// A file that the office sent: fetched part by part, verified from its first to its last octet, and only then there.

import type { Attachment } from "../../../crypto/web/content/content.js";
import type { ReporterKeys } from "../../../crypto/web/keys/reporter_keys.js";
import { openAttachmentBlob } from "../../../crypto/web/open/attachment.js";
import { coreLength, Kind, padlen } from "../../../crypto/web/verify/lengths.js";
import type { Deployment } from "./deployment.js";
import type { Intake } from "./intake.js";
import type { Step } from "./progress_line.js";
import { say } from "./words.js";

export async function fetchFile(intake: Intake, deployment: Deployment, keys: ReporterKeys, file: Attachment, progress: (step: Step) => void): Promise<Blob> {
  const all = coreLength(padlen(Kind.attachment, 8 + file.size));
  const parts: Blob[] = [];
  for (let part = 0, done = 0; done < all; part++) {
    const octets = await intake.fetchPart(deployment, keys, file.env, part);
    parts.push(new Blob([octets.subarray(0, Math.min(octets.length, all - done))])); // sealed: a browser may keep it on disk
    done = Math.min(all, done + octets.length);
    progress({ doing: () => say("reply.file.fetching", { name: file.name }), done, all });
  }
  return openAttachmentBlob(new Blob(parts), file, (done, chunks) => progress({ doing: () => say("reply.file.checking", { name: file.name }), done, all: chunks }));
}
