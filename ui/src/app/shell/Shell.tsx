/** Around every page: navigation, what runs, how old the data is, and who is here. */
import { Suspense } from "react";
import { Outlet, useLocation } from "react-router";
import { useEvents } from "../../api/jobs";
import { useText } from "../../words";
import shell from "../../words/shell";
import { Boundary } from "../../parts/Boundary";
import { Loading } from "../../parts/states";
import { BottomBar, SideNav } from "./Nav";
import "./shell.css";
import { TopBar } from "./TopBar";

export function Shell() {
  const t = useText(shell);
  const { pathname } = useLocation();
  useEvents();
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">{t("skip")}</a>
      <SideNav />
      <div className="shell-body">
        <TopBar />
        <main id="main" tabIndex={-1}>
          <Boundary resetKey={pathname}>
            <Suspense fallback={<div className="page"><Loading height="60vh" /></div>}>
              <Outlet />
            </Suspense>
          </Boundary>
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
