/** Drop or choose a file, and see it go up. */
import { InboxOutlined } from "@ant-design/icons";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { sendFile } from "../../../api/intake";
import { bytes } from "../../../format";
import { Button } from "../../../parts/Button";
import { message } from "../../../parts/messages";
import { Progress } from "../../../parts/Progress";
import { useRefusal } from "../../../parts/useRefusal";
import { useText } from "../../../words";
import data from "../../../words/data";

interface Going {
  file: File;
  share: number;
}

export function Choose({ onDone }: { onDone: (upload: string) => void }) {
  const t = useText(data);
  const { going, send, stop } = useSending(onDone);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const [first, second] = files ?? [];
    if (second && first) void message.info(t("oneFile", { name: first.name }));
    if (first) send(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  if (going) return <Sending going={going} stop={stop} />;
  return (
    <div className={`upload-drop ${over ? "over" : ""}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <InboxOutlined className="upload-sign" />
      <p className="row">
        <span className="upload-drag">{t("drop")}</span>
        <Button type="primary" onClick={() => input.current?.click()}>{t("choose")}</Button>
        <input ref={input} type="file" className="hidden" tabIndex={-1} aria-label={t("choose")} onChange={(event) => take(event.target.files)} />
      </p>
      <p className="note">{t("accepted")}</p>
    </div>
  );
}

function Sending({ going, stop }: { going: Going; stop: () => void }) {
  const t = useText(data);
  const label = t("uploading", { name: going.file.name, size: bytes(going.file.size) });
  return (
    <div className="upload-drop stack-8">
      <p aria-live="polite">{label}</p>
      <div className="upload-progress"><Progress share={going.share} label={label} /></div>
      <Button onClick={stop}>{t("cancelUpload")}</Button>
    </div>
  );
}

/** One file on its way; leaving the page stops it. */
function useSending(onDone: (upload: string) => void) {
  const refused = useRefusal();
  const [going, setGoing] = useState<Going | null>(null);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const send = (file: File) => {
    const control = new AbortController();
    abort.current = control;
    setGoing({ file, share: 0 });
    sendFile(file, (share) => setGoing({ file, share }), control.signal)
      .then(({ id }) => onDone(id))
      .catch((error: unknown) => {
        setGoing(null);
        if (!control.signal.aborted) refused(error);
      });
  };
  return { going, send, stop: () => abort.current?.abort() };
}
