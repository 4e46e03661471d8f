/** Nobody gets past this without a session. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { session } from "../api/session";
import { Failed } from "../parts/states";
import { NotFound } from "./NotFound";
import { Permitted } from "./Permitted";
import { MOVED, ROUTES } from "./pages";
import { Shell } from "./shell/Shell";

const Login = lazy(() => import("./login/Login"));

export function Gate() {
  const { data, error, refetch } = useQuery(session);
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (!data.user) return <Suspense><Login firstRun={data.first_run} /></Suspense>;
  return (
    <Routes>
      <Route element={<Shell />}>
        {ROUTES.map(({ path, permission, Component }) => (
          <Route key={path} path={path} element={<Permitted permission={permission}><Component /></Permitted>} />
        ))}
        {MOVED.map(({ path, to }) => <Route key={path} path={path} element={<Moved to={to} />} />)}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

/** What was asked of the old address goes along. */
function Moved({ to }: { to: string }) {
  const { search, hash } = useLocation();
  return <Navigate to={{ pathname: to, search, hash }} replace />;
}
