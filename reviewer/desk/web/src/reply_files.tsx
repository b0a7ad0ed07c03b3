// Files that go with an answer: chosen, named, taken out again.

import { say, size } from "./words.js";

const most = 20;

interface Props {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}

export function ReplyFiles({ files, onChange }: Props) {
  return (
    <div class="attach">
      <label for="files">{say("reply.files")}</label>
      <input
        id="files"
        type="file"
        multiple
        onChange={(event) => {
          onChange([...files, ...(event.currentTarget.files ?? [])].slice(0, most));
          event.currentTarget.value = "";
        }}
      />
      <p class="help">{say("reply.files.help")}</p>
      {files.length > 0 && (
        <ul class="files">
          {files.map((file, i) => (
            <li key={`${i}-${file.name}`} class="file">
              <bdi dir="ltr">{file.name}</bdi> <small>{size(file.size)}</small>
              <button type="button" class="second" onClick={() => onChange(files.filter((one) => one !== file))}>
                {say("reply.files.remove", { name: file.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
