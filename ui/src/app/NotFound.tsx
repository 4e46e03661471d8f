import { Link, useLocation } from "react-router";
import { Empty } from "../parts/states";
import { useText } from "../words";
import shell from "../words/shell";

export function NotFound() {
  const t = useText(shell);
  const { pathname } = useLocation();
  return <Empty why={t("noPage", { path: pathname })} action={<Link to="/">{t("toOverview")}</Link>} />;
}
