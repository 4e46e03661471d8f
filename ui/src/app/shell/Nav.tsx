/** The pages that this person may see, by what one does there: at the left, or at the bottom of a phone. */
import { EllipsisOutlined } from "@ant-design/icons";
import { Suspense, useId, useState } from "react";
import { NavLink, useLocation } from "react-router";
import { useMay } from "../../api/session";
import type { Group } from "../../pages/page";
import { Boundary } from "../../parts/Boundary";
import { Drawer } from "../../parts/lazyAntd";
import { useLanguage, useText } from "../../words";
import shell from "../../words/shell";
import { grouped, PAGES, type Shown } from "../pages";
import { Mark } from "./Mark";

function usePages(): Shown[] {
  const may = useMay();
  return PAGES.filter((page) => may(page.permission));
}

function Item({ page, onClick }: { page: Shown; onClick?: () => void }) {
  const { say } = useLanguage();
  const Icon = page.icon;
  return (
    <NavLink to={page.path} end={page.path === "/"} className="nav-item" title={say(page.title)} onClick={onClick} onPointerEnter={() => void page.load()}>
      <Icon />
      <span>{say(page.title)}</span>
    </NavLink>
  );
}

/** A group with its name and what waits there. */
function GroupOf({ group, pages, onClick }: { group: Group; pages: Shown[]; onClick?: () => void }) {
  const t = useText(shell);
  const { say } = useLanguage();
  const id = useId();
  // A group of one that bears its page's name says it once.
  const named = pages.length > 1 || say(pages[0]?.title) !== t(group);
  return (
    <section className="nav-group">
      <div className="nav-group-head note">
        <span id={id} className={named ? "nav-group-name" : "hidden"}>{t(group)}</span>
        <Suspense>{pages.map(({ path, Findings }) => Findings && <Boundary key={path} silent><span><Findings /></span></Boundary>)}</Suspense>
      </div>
      <ul aria-labelledby={id}>{pages.map((page) => <li key={page.path}><Item page={page} onClick={onClick} /></li>)}</ul>
    </section>
  );
}

export function SideNav() {
  const t = useText(shell);
  return (
    <nav className="side-nav" aria-label={t("navigation")}>
      <NavLink to="/" className="brand"><Mark /> {t("product")}</NavLink>
      {grouped(usePages()).map((one) => <GroupOf key={one.group} {...one} />)}
    </nav>
  );
}

/** Four places for what a supervisor needs on the way; the fifth opens all the others. */
export function BottomBar() {
  const t = useText(shell);
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const pages = usePages();
  const close = () => setOpen(false);
  const first = pages.filter((page) => page.phone !== undefined).toSorted((a, b) => (a.phone ?? 0) - (b.phone ?? 0));
  const here = pages.find((page) => page.path !== "/" && pathname.startsWith(page.path));
  const elsewhere = here !== undefined && !first.includes(here);
  return (
    <nav className="bottom-bar" aria-label={t("navigation")}>
      {first.map((page) => <Item key={page.path} page={page} />)}
      <button type="button" className={elsewhere ? "nav-item active" : "nav-item"} onClick={() => setOpen(true)} aria-expanded={open} aria-haspopup="dialog">
        <EllipsisOutlined />
        <span>{t("more")}</span>
      </button>
      {open && (
        <Suspense>
          <Drawer open onClose={close} placement="bottom" size="auto" title={t("allPages")} styles={{ body: { padding: "0 8px 8px" } }}>
            <div className="more-nav">{grouped(pages).map((one) => <GroupOf key={one.group} {...one} onClick={close} />)}</div>
          </Drawer>
        </Suspense>
      )}
    </nav>
  );
}
