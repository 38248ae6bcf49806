import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode";

/**
 * The output channel as `ondelete.trace.server` wants it. vscode-languageclient traces only while the channel's own
 * log level is Trace, which no user of the setting would guess; this one claims that level while the setting is on
 * and writes what it is given at a level that shows.
 */
export function traceChannel(output: LogOutputChannel): LogOutputChannel {
  const levelChanged = new EventEmitter<LogLevel>();
  const wanted = () => workspace.getConfiguration("ondelete").get("trace.server", "off") !== "off";
  const level = () => (wanted() ? LogLevel.Trace : LogLevel.Off);
  const subscription = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("ondelete.trace.server")) levelChanged.fire(level());
  });
  // Not a proxy of the channel itself: VS Code freezes it, and a proxy must answer a frozen property truly.
  return new Proxy({} as LogOutputChannel, {
    get(_, property) {
      if (property === "logLevel") return level();
      if (property === "onDidChangeLogLevel") return levelChanged.event;
      if (property === "trace") return (message: string) => output.info(message);
      if (property === "dispose") return () => subscription.dispose();
      const value: unknown = Reflect.get(output, property);
      return typeof value === "function" ? value.bind(output) : value;
    },
  });
}
