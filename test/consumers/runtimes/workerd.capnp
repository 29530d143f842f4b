using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "app", worker = .app),
    # By default, a worker cannot reach this computer, where the API of the test is.
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "*:8080", http = (), service = "app")],
);

const app :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-11-17",
  bindings = [
    (name = "APP_ORIGIN", fromEnvironment = "APP_ORIGIN"),
    (name = "DISCOVR_SECRET", fromEnvironment = "DISCOVR_SECRET"),
  ],
);
