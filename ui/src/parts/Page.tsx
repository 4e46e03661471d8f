/** The frame of a page: its title, what it can do, and cards. */
import { type ReactNode, useEffect } from "react";
import { useText } from "../words";
import shell from "../words/shell";
import "./Page.css";

interface Head {
  title: ReactNode;
  /** What the browser's tab says, where the title is no text. */
  tab?: string;
  sub?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, tab, sub, actions }: Head) {
  const t = useText(shell);
  const named = tab ?? (typeof title === "string" ? title : "");
  useEffect(() => {
    document.title = named ? `${named} · ${t("product")}` : t("product");
  }, [named, t]);
  return (
    <header className="page-head">
      <div className="grow">
        <h1>{title}</h1>
        {sub && <p className="note">{sub}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}

export function Page({ children, ...head }: Head & { children: ReactNode }) {
  return (
    <div className="page">
      <PageHead {...head} />
      {children}
    </div>
  );
}

interface CardProps {
  title?: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Card({ title, sub, actions, className = "", children }: CardProps) {
  return (
    <section className={`card ${className}`}>
      {(title || actions) && (
        <header className="card-head">
          <div className="grow">
            <h2>{title}</h2>
            {sub && <p className="note">{sub}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
