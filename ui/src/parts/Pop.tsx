/** A button that opens a small panel beside it. */
import { type ComponentProps, type ReactNode, Suspense, useState } from "react";
import { Button } from "./Button";
import { Popover } from "./lazyAntd";

interface Props {
  label: string;
  icon: ReactNode;
  /** The label stands beside the icon on wide windows only. */
  quiet?: boolean;
  placement?: ComponentProps<typeof Popover>["placement"];
  content: (close: () => void) => ReactNode;
}

export function Pop({ label, icon, quiet = false, placement = "bottomRight", content }: Props) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const shared = { type: quiet ? ("text" as const) : ("default" as const), icon, "aria-label": label, "aria-expanded": open };
  const text = quiet ? <span className="wide-only">{label}</span> : label;
  const first = <Button {...shared} onClick={() => { setUsed(true); setOpen(true); }}>{text}</Button>;
  if (!used) return first;
  return (
    <Suspense fallback={first}>
      <Popover trigger="click" open={open} onOpenChange={setOpen} placement={placement} destroyOnHidden content={<Suspense>{content(() => setOpen(false))}</Suspense>}>
        <Button {...shared} autoFocus>{text}</Button>
      </Popover>
    </Suspense>
  );
}
