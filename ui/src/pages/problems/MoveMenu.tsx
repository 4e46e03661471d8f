import { MoreOutlined } from "@ant-design/icons";
import type { ProblemBrief, Stage } from "../../api/problems";
import { Button } from "../../parts/Button";
import { Dropdown } from "../../parts/library/Dropdown";
import { useText } from "../../words";
import problems from "../../words/problems";
import { STAGES } from "./stages";

/** The other stages. Those that the rules forbid are there too: choosing one says what is missing. */
export function MoveMenu({ problem, onMove }: { problem: ProblemBrief; onMove: (to: Stage) => void }) {
  const t = useText(problems);
  const items = STAGES.filter((stage) => stage !== problem.stage).map((stage) => ({ key: stage, label: t("moveTo", { stage: t(`stage_${stage}`) }) }));
  return (
    <Dropdown trigger={["click"]} autoFocus menu={{ items, onClick: ({ key }) => onMove(key as Stage) }}>
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t("moveOf", { title: problem.title })} />
    </Dropdown>
  );
}
