import { keepMemorySmall } from "./memory.ts";
import { startServer } from "./server.ts";

/** The server as a program of its own: how to talk to it comes from the command line (`--node-ipc`, `--stdio`). */
keepMemorySmall();
startServer();
