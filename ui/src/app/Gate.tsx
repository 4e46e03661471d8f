/** Nobody gets past this without a session. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { session } from "../api/session";
import { Shell } from "../parts/shell/Shell";
import { Failed } from "../parts/states";
import { NotFound } from "./NotFound";
import { Permitted } from "./Permitted";
import { ROUTES } from "./pages";

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
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
