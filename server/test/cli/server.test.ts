import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { temporaryProject } from "../workspace/temporaryProject.ts";
import { commandLine } from "./command.ts";

test("server --stdio speaks the Language Server Protocol until it is told to exit", async () => {
  const [program = "", ...args] = commandLine;
  const server = spawn(program, [...args, "server", "--stdio"], { cwd: temporaryProject({}), stdio: "pipe" });
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const answers = new Promise<string>((resolve) => {
    let received = "";
    server.stdout.on("data", (data) => {
      received += data;
      if (received.includes('"id":1')) resolve(received);
    });
  });
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  expect(await answers).toContain('"capabilities":{');
  send({ id: 2, method: "shutdown" });
  send({ method: "exit" });
  expect(await new Promise((resolve) => server.on("close", resolve))).toBe(0);
});
