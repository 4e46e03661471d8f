/** Light, dark, or as the system is; the component library gets its colours from the same tokens as everything else. */
import { ConfigProvider, type ThemeConfig, theme as antd } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { ink } from "../style/ink";
import { useLanguage } from "../words";

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
  const { language } = useLanguage();
  const dark = mode === "auto" ? systemDark : mode === "dark";
  useEffect(() => {
    const changed = () => setSystemDark(system.matches);
    system.addEventListener("change", changed);
    return () => system.removeEventListener("change", changed);
  }, []);
  useEffect(() => localStorage.setItem("theme", mode), [mode]);
  const config = useMemo(() => themeOf(dark), [dark]);
  const current = useMemo(() => ({ mode, dark, setMode }), [mode, dark]);
  return (
    <Current value={current}>
      <ConfigProvider locale={language === "zh" ? zh : en} theme={config} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </Current>
  );
}

function themeOf(dark: boolean): ThemeConfig {
  // Before anything below reads the tokens.
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: ink("blue"),
      colorLink: ink("blue"),
      colorError: ink("worse"),
      colorText: ink("text"),
      colorTextSecondary: ink("secondary"),
      colorTextTertiary: ink("note"),
      colorTextDescription: ink("note"),
      colorTextPlaceholder: ink("note"),
      colorBorder: ink("line"),
      colorBorderSecondary: ink("line"),
      colorBgContainer: ink("card"),
      colorBgElevated: ink("raised"),
      colorBgMask: ink("mask"),
      colorBgLayout: ink("page"),
      fontFamily: ink("font"),
      fontSize: 14,
      fontWeightStrong: 600,
      borderRadius: 4,
      borderRadiusLG: 6,
      wireframe: false,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
  };
}
