/** Around every page: navigation, what runs, how old the data is, and who is here. */
import { lazy, Suspense, useCallback, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { useEvents } from "../../api/jobs";
import { useText } from "../../words";
import shell from "../../words/shell";
import { Boundary } from "../../parts/Boundary";
import { Loading } from "../../parts/states";
import { usePaletteKeys } from "../palette/keys";
import { BottomBar, SideNav } from "./Nav";
import "./shell.css";
import { TopBar } from "./TopBar";

const Palette = lazy(() => import("../palette/Palette"));

export function Shell() {
  const t = useText(shell);
  const { pathname } = useLocation();
  const [finding, setFinding] = useState(false);
  const find = useCallback(() => setFinding(true), []);
  usePaletteKeys(find);
  useEvents();
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">{t("skip")}</a>
      <SideNav />
      <div className="shell-body">
        <TopBar onFind={find} />
        <main id="main" tabIndex={-1}>
          <Boundary resetKey={pathname}>
            <Suspense fallback={<div className="page"><Loading height="60vh" /></div>}>
              <Outlet />
            </Suspense>
          </Boundary>
        </main>
      </div>
      <BottomBar />
      {finding && <Suspense><Palette onClose={() => setFinding(false)} /></Suspense>}
    </div>
  );
}
