/** The pages that this person may see: at the left, or at the bottom of a phone. */
import { EllipsisOutlined } from "@ant-design/icons";
import { Suspense, useState } from "react";
import { NavLink } from "react-router";
import { useMay } from "../../api/session";
import type { PageMeta } from "../../app/page";
import { PAGES } from "../../app/pages";
import { useLanguage, useText } from "../../words";
import shell from "../../words/shell";
import { Drawer } from "../lazyAntd";
import { Mark } from "./Mark";

/** What a supervisor needs on a phone; everything else is behind 更多. */
const AT_THE_BOTTOM = ["/", "/signals", "/problems", "/tickets"];

function usePages(): PageMeta[] {
  const may = useMay();
  return PAGES.filter((page) => page.order !== undefined && may(page.permission));
}

function Item({ page, onClick }: { page: PageMeta; onClick?: () => void }) {
  const { say } = useLanguage();
  const Icon = page.icon;
  return (
    <NavLink to={page.path} end={page.path === "/"} className="nav-item" onClick={onClick} onPointerEnter={() => void page.load()}>
      <Icon />
      <span>{say(page.title)}</span>
    </NavLink>
  );
}

export function SideNav() {
  const t = useText(shell);
  return (
    <nav className="side-nav" aria-label={t("navigation")}>
      <NavLink to="/" className="brand"><Mark /> {t("product")}</NavLink>
      {usePages().map((page) => <Item key={page.path} page={page} />)}
    </nav>
  );
}

export function BottomBar() {
  const t = useText(shell);
  const [open, setOpen] = useState(false);
  const pages = usePages();
  const first = AT_THE_BOTTOM.flatMap((path) => pages.find((page) => page.path === path) ?? []);
  const rest = pages.filter((page) => !first.includes(page));
  return (
    <nav className="bottom-bar" aria-label={t("navigation")}>
      {first.map((page) => <Item key={page.path} page={page} />)}
      <button type="button" className="nav-item" onClick={() => setOpen(true)} aria-expanded={open}>
        <EllipsisOutlined />
        <span>{t("more")}</span>
      </button>
      {open && (
        <Suspense>
          <Drawer open onClose={() => setOpen(false)} placement="bottom" size="auto" title={t("more")} styles={{ body: { padding: 8 } }}>
            <div className="more-nav">
              {rest.map((page) => <Item key={page.path} page={page} onClick={() => setOpen(false)} />)}
            </div>
          </Drawer>
        </Suspense>
      )}
    </nav>
  );
}
