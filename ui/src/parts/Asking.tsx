/** A small window that asks for what an act needs, keeps what was written when the server refuses, and says why. */
import type { ReactNode } from "react";
import { Problem } from "../api/problem";
import { useLanguage, useText } from "../words";
import parts from "../words/parts";
import { Modal } from "./library/Modal";

interface Props {
  title: string;
  /** The button: verb and object. */
  act: string;
  ready: boolean;
  busy: boolean;
  error?: unknown;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function Asking({ title, act, ready, busy, error, onAct, onClose, children }: Props) {
  const t = useText(parts);
  const { say } = useLanguage();
  return (
    <Modal open title={title} okText={act} cancelText={t("cancel")} okButtonProps={{ disabled: !ready }} confirmLoading={busy} onOk={onAct} onCancel={onClose} destroyOnHidden>
      <div className="stack">
        {children}
        {Boolean(error) && <p className="worse" role="alert">{say(Problem.from(error).words)}</p>}
      </div>
    </Modal>
  );
}
