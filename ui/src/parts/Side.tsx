/** The panel at the side: a row's detail, what is behind a figure. The whole width on a phone. */
import { type ReactNode, Suspense, useState } from "react";
import { Drawer } from "./lazyAntd";
import { useNarrow } from "./useNarrow";

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  extra?: ReactNode;
  width?: number;
}

export function Side({ open, onClose, title, children, extra, width = 640 }: Props) {
  const narrow = useNarrow();
  // Once opened it stays, so that it can slide out again.
  const [used, setUsed] = useState(open);
  if (open && !used) setUsed(true);
  if (!used) return null;
  return (
    <Suspense>
      <Drawer open={open} onClose={onClose} title={title} extra={extra} size={narrow ? "100%" : width} destroyOnHidden styles={{ body: { padding: 16 }, header: { padding: "12px 16px" } }}>
        {children}
      </Drawer>
    </Suspense>
  );
}
