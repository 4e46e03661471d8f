import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./style/tokens.css";
import "./style/base.css";
import { App } from "./app/App";
import { warm } from "./app/pages";

warm(window.location.pathname);

const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
