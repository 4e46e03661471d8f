/** Where the library tells things from. */
import { App } from "antd";
import { useEffect } from "react";
import { Themed } from "./Themed";

export type Telling = ReturnType<typeof App.useApp>;

export default function Teller({ onReady }: { onReady: (telling: Telling) => void }) {
  return <Themed><App component={false}><Ready onReady={onReady} /></App></Themed>;
}

function Ready({ onReady }: { onReady: (telling: Telling) => void }) {
  const telling = App.useApp();
  useEffect(() => onReady(telling), [onReady, telling]);
  return null;
}
