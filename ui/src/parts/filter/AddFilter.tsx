/** A filter on any dimension. */
import { PlusOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import { useText } from "../../words";
import parts from "../../words/parts";

const AddFilterForm = lazy(() => import("./AddFilterForm"));

export function AddFilter({ add }: { add: (text: string) => void }) {
  const t = useText(parts);
  const [open, setOpen] = useState(false);
  const form = <Suspense fallback={<div className="add-filter" />}><AddFilterForm done={(text) => { add(text); setOpen(false); }} /></Suspense>;
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomLeft" destroyOnHidden content={form}>
      <Button icon={<PlusOutlined />}>{t("addFilter")}</Button>
    </Popover>
  );
}
