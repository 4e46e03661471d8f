/** Floating parts of the library come when they are first opened: the first page does without them. */
import { lazy } from "react";

export const Drawer = lazy(() => import("./library/floating").then(({ Drawer: part }) => ({ default: part })));
export const Popover = lazy(() => import("./library/floating").then(({ Popover: part }) => ({ default: part })));
