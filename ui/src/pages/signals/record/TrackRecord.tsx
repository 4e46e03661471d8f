/** How soon the early warning sees what happens, how often it cries wolf, and what people made of it. */
import { ReloadOutlined } from "@ant-design/icons";
import { useEffect, useRef } from "react";
import { isOver, useJobs } from "../../../api/jobs";
import { useMay } from "../../../api/session";
import { replay, useTrackRecord } from "../../../api/trackRecord";
import { count, number, stamp } from "../../../format";
import { Button } from "../../../parts/Button";
import { Card } from "../../../parts/Page";
import { JobLine } from "../../../parts/job/JobLine";
import { Await, Empty } from "../../../parts/states";
import { useStarted } from "../../../parts/useStarted";
import { useText } from "../../../words";
import words from "../../../words/track-record";
import { Events } from "./Events";
import { Methods } from "./Methods";
import { Once } from "./Once";
import { Precision } from "./Precision";

/** The job that replays. */
const KIND = "track-record";

/** What came of the replay, and of the signals that people decided on. */
export function TrackRecord() {
  const t = useText(words);
  const running = useJobs().data?.find((job) => job.kind === KIND && !isOver(job));
  return (
    <Await query={useTrackRecord()} height={320}>
      {({ record, possible, precision }) => (
        <div className="stack">
          {running && <Card><JobLine job={running} /></Card>}
          {record && <Methods record={record} />}
          {!record && !running && <Card><Empty why={t(possible ? "soon" : "none")} /></Card>}
          {record && record.rows.length > 0 && <Events rows={record.rows} />}
          {record?.once && record.once.length > 0 && <Once rows={record.once} />}
          <Precision precision={precision} />
        </div>
      )}
    </Await>
  );
}

/** What was replayed. */
export function Replayed() {
  const t = useText(words);
  const record = useTrackRecord().data?.record;
  if (!record) return null;
  return <>{t("sub", { first: stamp(record.first), until: stamp(record.until), slices: count(record.slices), budget: number(record.budget) })}</>;
}

/** Replay anew; where there is history but no record of it yet, unasked: who opens the page should not have to ask for it. */
export function Replay() {
  const { data } = useTrackRecord();
  return data ? <ReplayOf due={data.possible && !data.record} /> : null;
}

function ReplayOf({ due }: { due: boolean }) {
  const t = useText(words);
  const may = useMay()("signal.write");
  const { running, begin } = useStarted(replay, KIND);
  const asked = useRef(false);
  useEffect(() => {
    if (!due || !may || asked.current) return;
    asked.current = true;
    begin();
  }, [due, may, begin]);
  if (!may) return null;
  return <Button icon={<ReloadOutlined aria-hidden />} disabled={running} onClick={begin}>{t("replay")}</Button>;
}
