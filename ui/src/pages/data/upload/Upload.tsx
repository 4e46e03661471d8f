/** A file's way in: choose it, check what was understood, import. How far it is stands in the address, so a reload loses nothing. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Mapping } from "../../../api/intake";
import { Card } from "../../../parts/Page";
import { useText } from "../../../words";
import data from "../../../words/data";
import { Check } from "./Check";
import { Choose } from "./Choose";
import { Outcome } from "./Outcome";
import "./upload.css";

const STEPS = ["stepChoose", "stepCheck", "stepImport"] as const;

export function Upload() {
  const t = useText(data);
  const [params, setParams] = useSearchParams();
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const { upload = "", source = "", job = "" } = Object.fromEntries(params);
  const go = (next: Record<string, string>) => setParams(next);
  const again = () => {
    setMapping(null);
    go({});
  };
  const step = job ? 2 : upload ? 1 : 0;
  return (
    <Card>
      <ol className="upload-steps" aria-label={t("steps")}>
        {STEPS.map((key, at) => <li key={key} aria-current={at === step ? "step" : undefined} className={at < step ? "past" : ""}>{t(key)}</li>)}
      </ol>
      {step === 0 && <Choose onDone={(id) => go({ upload: id })} />}
      {step === 1 && (
        <Check
          upload={upload}
          source={source}
          mapping={mapping}
          onSource={(name) => setParams({ upload, source: name }, { replace: true })}
          onMapping={setMapping}
          onStart={(name, id) => go({ upload, source: name, job: id })}
          onDrop={again}
        />
      )}
      {step === 2 && <Outcome job={job} source={source} onBack={() => go({ upload, source })} onAgain={again} />}
    </Card>
  );
}
