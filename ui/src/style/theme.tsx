/** Light, dark, or as the system is. */
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";

export type Mode = "light" | "dark" | "auto";
export const MODES: Mode[] = ["light", "dark", "auto"];

const system = window.matchMedia("(prefers-color-scheme: dark)");
const kept = localStorage.getItem("theme");

interface Theme {
  mode: Mode;
  dark: boolean;
  setMode: (mode: Mode) => void;
}

const Current = createContext<Theme>({ mode: "auto", dark: false, setMode: () => {} });

export const useTheme = (): Theme => use(Current);

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<Mode>(kept === "light" || kept === "dark" ? kept : "auto");
  const [systemDark, setSystemDark] = useState(system.matches);
  const dark = mode === "auto" ? systemDark : mode === "dark";
  useEffect(() => {
    const changed = () => setSystemDark(system.matches);
    system.addEventListener("change", changed);
    return () => system.removeEventListener("change", changed);
  }, []);
  useEffect(() => localStorage.setItem("theme", mode), [mode]);
  const current = useMemo(() => {
    // Before anything below reads the tokens.
    mark(dark);
    return { mode, dark, setMode };
  }, [mode, dark]);
  return <Current value={current}>{children}</Current>;
}

function mark(dark: boolean): void {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
