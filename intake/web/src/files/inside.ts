// What may be hidden inside a file that this page does not clean, by its kind. Each has a sentence `files.inside.…`.

export const insides = ["photo", "image", "pdf", "office", "audio", "video", "mail", "archive", "text", "unknown"] as const;
export type Inside = (typeof insides)[number];

const byEnding: readonly (readonly [Inside, readonly string[]])[] = [
  ["photo", ["heic", "heif", "avif", "dng", "cr2", "cr3", "nef", "arw", "tif", "tiff"]],
  ["image", ["gif", "bmp", "svg", "psd"]],
  ["pdf", ["pdf"]],
  ["office", ["doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "pages", "numbers", "key"]],
  ["audio", ["mp3", "m4a", "aac", "ogg", "opus", "wav", "flac", "amr"]],
  ["video", ["mp4", "mov", "m4v", "3gp", "avi", "mkv", "webm"]],
  ["mail", ["eml", "msg", "mbox"]],
  ["archive", ["zip", "7z", "rar", "gz", "tar"]],
  ["text", ["txt", "csv", "md"]],
];
const byType: readonly (readonly [RegExp, Inside])[] = [
  [/^image\/(hei[cf]|avif|tiff)/, "photo"],
  [/^image\//, "image"],
  [/^application\/pdf$/, "pdf"],
  [/officedocument|opendocument|msword|ms-excel|ms-powerpoint|rtf/, "office"],
  [/^audio\//, "audio"],
  [/^video\//, "video"],
  [/^message\//, "mail"],
  [/zip|compressed|x-tar/, "archive"],
  [/^text\/(plain|csv)/, "text"],
];

export function insideOf(name: string, type: string): Inside {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return byEnding.find(([, all]) => all.includes(ending))?.[0] ?? byType.find(([pattern]) => pattern.test(type))?.[1] ?? "unknown";
}

// Named like a picture that would be cleaned.
export function namedPicture(name: string, type: string): boolean {
  return /\.(jpe?g|jpe|png|webp)$/i.test(name) || /^image\/(jpeg|png|webp)$/.test(type);
}
