import { Component, type ReactNode } from "react";
import { Failed } from "./states";

interface Props {
  children: ReactNode;
  resetKey?: string;
  /** Leave the place empty: for what is a hint beside something else. */
  silent?: boolean;
}

/** Keeps one part's failure from taking the page with it. `resetKey`: another value gives it another try. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: { resetKey?: string }) {
    if (before.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null });
  }

  override render() {
    if (!this.state.error) return this.props.children;
    if (this.props.silent) return null;
    return <Failed error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
