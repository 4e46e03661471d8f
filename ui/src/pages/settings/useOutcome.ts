import { Problem } from "../../api/problem";
import { message } from "../../parts/messages";
import { useLanguage } from "../../words";

/** What becomes of a change: a short word of success, or the refusal as the server says it. */
export function useOutcome() {
  const { say } = useLanguage();
  return (done: string) => ({
    onSuccess: () => void message.success(done),
    onError: (error: unknown) => void message.error(say(Problem.from(error).words)),
  });
}
