/** Rename, merge, split. */
import { useState } from "react";
import { useMay } from "../../api/session";
import { type Topic, type TopicDetail, useChangeTopic } from "../../api/topics";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { Native } from "../../parts/Native";
import { useRefusal } from "../../parts/useRefusal";
import { useText } from "../../words";
import topics from "../../words/topics";

export function Acts({ topic, all, onOpen }: { topic: TopicDetail; all: Topic[]; onOpen: (number: number | null) => void }) {
  const t = useText(topics);
  const may = useMay();
  const refused = useRefusal();
  const [name, setName] = useState(topic.name);
  const others = all.filter((one) => one.number !== topic.number);
  const [into, setInto] = useState("");
  const change = useChangeTopic();
  if (!may("signal.write")) return null;
  const merge = () => change.mutate({ number: topic.number, into: Number(into) }, { onSuccess: () => onOpen(Number(into)), onError: refused });
  return (
    <section className="stack">
      <h2>{t("change")}</h2>
      <div className="row topics-act">
        <Field label={t("name")} value={name} onChange={setName} />
        <Button disabled={!name.trim() || name === topic.name || change.isPending} onClick={() => change.mutate({ number: topic.number, name }, { onError: refused })}>{t("rename")}</Button>
      </div>
      <div className="row topics-act">
        <Native label={t("mergeInto")} value={into} onChange={setInto} options={[{ value: "", label: "—" }, ...others.map((one) => ({ value: String(one.number), label: one.label }))]} />
        <Button disabled={!into || change.isPending} onClick={merge}>{t("merge")}</Button>
      </div>
      <div><Button disabled={change.isPending} onClick={() => change.mutate({ number: topic.number, split: true }, { onError: refused })}>{t("split")}</Button></div>
    </section>
  );
}
