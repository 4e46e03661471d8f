/** The component library in the product's colours and words. It comes with the first part of it that is shown. */
import { ConfigProvider, type ThemeConfig, theme as antd } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import { type ComponentType, createElement, type ReactNode, useMemo } from "react";
import { useTheme } from "../../style/theme";
import { ink } from "../../style/ink";
import { useLanguage } from "../../words";

export function Themed({ children }: { children: ReactNode }) {
  const { dark } = useTheme();
  const { language } = useLanguage();
  const theme = useMemo(() => themeOf(dark), [dark]);
  return <ConfigProvider locale={language === "zh" ? zh : en} theme={theme} button={{ autoInsertSpace: false }}>{children}</ConfigProvider>;
}

/** A part of the library as it looks here. */
export function themed<Part>(part: Part): Part {
  return ((props: object) => <Themed>{createElement(part as ComponentType, props)}</Themed>) as Part;
}

function themeOf(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: ink("blue"),
      colorTextLightSolid: ink("on-blue"),
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
      motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
  };
}
