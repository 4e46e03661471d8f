/** What is told beside the page: that something was done, or why not. The library's part for it comes with the first thing to tell. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { Telling } from "./library/Teller";

const Teller = lazy(() => import("./library/Teller"));

let teller: Telling | null = null;
let call = () => {};
let waiting: ((teller: Telling) => void)[] = [];

function ready(came: Telling): void {
  teller = came;
  for (const it of waiting.splice(0)) it(came);
}

function tell(it: (teller: Telling) => void): void {
  if (teller) return it(teller);
  waiting.push(it);
  call();
}

const told = (kind: "success" | "error" | "info") => (text: ReactNode, seconds?: number) => tell(({ message }) => void message[kind](text, seconds));

export const message = { success: told("success"), error: told("error"), info: told("info") };

export const notification = {
  open: (what: Parameters<Telling["notification"]["open"]>[0]) => tell((to) => to.notification.open(what)),
  destroy: (key: string) => tell((to) => to.notification.destroy(key)),
};

export const modal = {
  confirm: (what: Parameters<Telling["modal"]["confirm"]>[0]) => tell((to) => void to.modal.confirm(what)),
};

/** The place of all that is told; once, around the pages. */
export function Messages() {
  const [called, setCalled] = useState(false);
  useEffect(() => {
    call = () => setCalled(true);
    if (waiting.length) setCalled(true);
    return () => {
      teller = null;
      waiting = [];
      call = () => {};
    };
  }, []);
  return called && <Suspense><Teller onReady={ready} /></Suspense>;
}
