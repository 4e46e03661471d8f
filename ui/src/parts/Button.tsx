/** What can be done. The browser's own button, or a link that looks like one: the first page then needs no component library. */
import { LoadingOutlined } from "@ant-design/icons";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link } from "react-router";
import "./Button.css";

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type"> {
  type?: "default" | "primary" | "text" | "link";
  htmlType?: "button" | "submit";
  size?: "small" | "middle" | "large";
  icon?: ReactNode;
  /** It was pressed and works: it cannot be pressed again. */
  loading?: boolean;
  block?: boolean;
  /** Leads to a page. */
  to?: string;
  /** Leads to a file. */
  href?: string;
  target?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ type = "default", htmlType = "button", size = "middle", icon, loading = false, block = false, to, href, target, className = "", disabled, children, ...rest }: Props) {
  const classes = ["button", `button-${type}`, `button-${size}`, block && "button-block", !children && "button-icon", className].filter(Boolean).join(" ");
  const inside = <>{loading ? <LoadingOutlined /> : icon}{children}</>;
  if (to) return <Link className={classes} to={to}>{inside}</Link>;
  if (href) return <a className={classes} href={href} target={target} rel={target && "noreferrer"}>{inside}</a>;
  return <button {...rest} type={htmlType} className={classes} disabled={disabled || loading} aria-busy={loading || undefined}>{inside}</button>;
}
