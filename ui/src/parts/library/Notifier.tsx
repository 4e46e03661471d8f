/** Where the library tells things from. */
import { App } from "antd";
import { useEffect } from "react";
import { Themed } from "./Themed";

export type Notify = ReturnType<typeof App.useApp>;

export default function Notifier({ onReady }: { onReady: (notify: Notify) => void }) {
  return <Themed><App component={false}><Ready onReady={onReady} /></App></Themed>;
}

function Ready({ onReady }: { onReady: (notify: Notify) => void }) {
  const notify = App.useApp();
  useEffect(() => onReady(notify), [onReady, notify]);
  return null;
}
