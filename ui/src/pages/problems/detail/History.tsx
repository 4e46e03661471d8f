import { useToday } from "../../../api/installation";
import type { ProblemDetail } from "../../../api/problems";
import { moment } from "../../../format";
import { Card } from "../../../parts/Page";
import { useNameOf } from "../../../parts/useNameOf";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";

/** What happened, the latest first. */
export function History({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const { say, language } = useLanguage();
  const today = useToday();
  const nameOf = useNameOf();
  return (
    <Card title={t("history")}>
      <ol className="problem-list-plain">
        {problem.history.toReversed().map((line) => (
          <li key={`${line.at} ${line.event.kind} ${line.sentence.en}`}>
            <p>{say(line.sentence)}</p>
            <p className="note">{nameOf(line.by)} · {moment(line.at, language, today)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
