import { Problem } from "../api/problem";
import { useLanguage } from "../words";
import { message } from "./messages";

/** Says what the server refused: `mutate(body, { onError: useRefusal() })`. */
export function useRefusal(): (error: unknown) => void {
  const { say } = useLanguage();
  return (error) => void message.error(say(Problem.from(error).words), 6);
}
