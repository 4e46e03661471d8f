import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { count } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import { Button } from "../Button";

/** Back and forth in a list that the server pages. */
export function Pager({ offset, limit, total, onChange }: { offset: number; limit: number; total: number; onChange: (offset: number) => void }) {
  const t = useText(parts);
  const last = Math.min(offset + limit, total);
  return (
    <nav className="row pager" aria-label={t("pageOf", { from: count(Math.min(offset + 1, total)), to: count(last), total: count(total) })}>
      <span className="note grow">{t("pageOf", { from: count(Math.min(offset + 1, total)), to: count(last), total: count(total) })}</span>
      <Button size="small" icon={<LeftOutlined />} aria-label={t("previousPage")} disabled={offset <= 0} onClick={() => onChange(Math.max(offset - limit, 0))} />
      <Button size="small" icon={<RightOutlined />} aria-label={t("nextPage")} disabled={last >= total} onClick={() => onChange(offset + limit)} />
    </nav>
  );
}
