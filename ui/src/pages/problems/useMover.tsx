/** Moving a problem to another stage, however it was wished for: dragged, or chosen from a menu. A refusal says what is missing. */
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { Problem } from "../../api/problem";
import { fetchProblem, moveProblem, type Stage } from "../../api/problems";
import { useProblemsChanged } from "../../api/useProblemsChanged";
import { Area } from "../../parts/Area";
import { Asking } from "../../parts/Asking";
import { Button } from "../../parts/Button";
import { notification } from "../../parts/messages";
import { useLanguage, useText } from "../../words";
import problems from "../../words/problems";
import { stepTo } from "./stages";

interface Wish {
  id: string;
  title: string;
  to: Stage;
}

export interface Mover {
  move: (problem: { id: string; title: string }, to: Stage) => void;
  /** The problem that is on its way, and where to. */
  moving: Wish | null;
  /** What asks for a reason; to be put somewhere on the page. */
  asking: ReactNode;
}

export function useMover(): Mover {
  const changed = useProblemsChanged();
  const refuse = useRefuse();
  const [moving, setMoving] = useState<Wish | null>(null);
  const [pendingMove, setPendingMove] = useState<Wish | null>(null);
  const send = async (wish: Wish, reason = "") => {
    await moveProblem(wish.id, wish.to, reason);
    await changed();
  };
  const begin = async (wish: Wish) => {
    setMoving(wish);
    try {
      const { moves } = await fetchProblem(wish.id);
      if (stepTo(moves, wish.to) === "ask") setPendingMove(wish);
      else await send(wish);
    } catch (error) {
      refuse(wish, error);
    } finally {
      setMoving(null);
    }
  };
  return {
    move: ({ id, title }, to) => void begin({ id, title, to }),
    moving,
    asking: pendingMove && <WhyMove key={pendingMove.id} wish={pendingMove} send={(reason) => send(pendingMove, reason)} onClose={() => setPendingMove(null)} />,
  };
}

function useRefuse() {
  const t = useText(problems);
  const { say } = useLanguage();
  // A notification lies outside the pages, where a link would not know where it is.
  const navigate = useNavigate();
  return (wish: Wish, error: unknown) => {
    const key = `move ${wish.id}`;
    const open = () => {
      notification.destroy(key);
      void navigate(`/problems/${wish.id}`);
    };
    notification.open({ key, title: t("notMoved", { title: wish.title }), description: say(Problem.from(error).words), actions: <Button size="small" onClick={open}>{t("openProblem")}</Button>, duration: 10, role: "alert" });
  };
}

function WhyMove({ wish, send, onClose }: { wish: Wish; send: (reason: string) => Promise<void>; onClose: () => void }) {
  const t = useText(problems);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setBusy(true);
    try {
      await send(reason);
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <Asking title={t("moveTo", { stage: t(`stage_${wish.to}`) })} act={t("moveNow")} ready={reason.trim() !== ""} busy={busy} error={error} onAct={() => void act()} onClose={onClose}>
      <p className="secondary">{wish.title}</p>
      <Area label={t("moveReason")} value={reason} onChange={setReason} />
    </Asking>
  );
}
