/** Detection delay of the early warning, its false alarms, and what people made of it. */
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
import { FalseAlarms } from "./FalseAlarms";
import { Precision } from "./Precision";

/** The job that replays. */
const KIND = "track-record";

/** What came of the replay, and of the signals that people decided on. */
export function TrackRecord() {
  const t = useText(words);
  const running = useJobs().data?.find((job) => job.kind === KIND && !isOver(job));
  return (
    <Await query={useTrackRecord()} height={320}>
      {({ record, available, precision }) => (
        <div className="stack">
          {running && <Card><JobLine job={running} /></Card>}
          {record && <Methods record={record} />}
          {!record && !running && <Card><Empty why={t(available ? "soon" : "none")} /></Card>}
          {record && record.events.length > 0 && <Events rows={record.events} />}
          {record && record.false_alarms.length > 0 && <FalseAlarms rows={record.false_alarms} />}
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
  return <>{t("sub", { first: stamp(record.period.start), until: stamp(record.period.end), slices: count(record.slices), budget: number(record.budget) })}</>;
}

/** Replay anew; where there is history but no record of it yet, unasked: who opens the page should not have to ask for it. */
export function Replay() {
  const { data } = useTrackRecord();
  return data ? <ReplayOf due={data.available && !data.record} /> : null;
}

function ReplayOf({ due }: { due: boolean }) {
  const t = useText(words);
  const may = useMay()("signal.write");
  const { running, begin } = useStarted(replay, KIND);
  const begun = useRef(false);
  useEffect(() => {
    if (!due || !may || begun.current) return;
    begun.current = true;
    begin();
  }, [due, may, begin]);
  if (!may) return null;
  return <Button icon={<ReloadOutlined aria-hidden />} disabled={running} onClick={begin}>{t("replay")}</Button>;
}
