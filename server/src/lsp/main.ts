import { startServer } from "./server.ts";

/** The server as a program of its own, for VS Code: how to talk to it comes from the command line (`--node-ipc`). */
startServer();
