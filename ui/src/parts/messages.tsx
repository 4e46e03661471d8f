/** Messages over the page: that something was done, or why not. The library's part for it comes with the first message. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { Notify } from "./library/Notifier";

const Notifier = lazy(() => import("./library/Notifier"));

let notifier: Notify | null = null;
let call = () => {};
let waiting: ((notifier: Notify) => void)[] = [];

function ready(came: Notify): void {
  notifier = came;
  for (const it of waiting.splice(0)) it(came);
}

function whenReady(it: (notifier: Notify) => void): void {
  if (notifier) return it(notifier);
  waiting.push(it);
  call();
}

const show = (kind: "success" | "error" | "info") => (text: ReactNode, seconds?: number) => whenReady(({ message }) => void message[kind](text, seconds));

export const message = { success: show("success"), error: show("error"), info: show("info") };

export const notification = {
  open: (what: Parameters<Notify["notification"]["open"]>[0]) => whenReady((to) => to.notification.open(what)),
  destroy: (key: string) => whenReady((to) => to.notification.destroy(key)),
};

export const modal = {
  confirm: (what: Parameters<Notify["modal"]["confirm"]>[0]) => whenReady((to) => void to.modal.confirm(what)),
};

/** The place of all messages; once, around the pages. */
export function Messages() {
  const [called, setCalled] = useState(false);
  useEffect(() => {
    call = () => setCalled(true);
    if (waiting.length) setCalled(true);
    return () => {
      notifier = null;
      waiting = [];
      call = () => {};
    };
  }, []);
  return called && <Suspense><Notifier onReady={ready} /></Suspense>;
}
