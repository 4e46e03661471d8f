/** The columns one under the other: for a phone. */
import { Match, type MatchProps, Samples } from "./Match";

export function MatchList(props: MatchProps) {
  return (
    <ul className="upload-matches">
      {props.table.columns.map((column) => (
        <li key={column.column}>
          <p className="strong">{column.column}</p>
          <Samples column={column} />
          <Match {...props} column={column} />
        </li>
      ))}
    </ul>
  );
}
