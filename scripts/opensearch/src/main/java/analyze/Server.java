package analyze;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;

/**
 * One node of OpenSearch for tests: Server DATA HTTP TRANSPORT NAME [SEEDS].
 * DATA is its folder, HTTP and TRANSPORT are ports, NAME is its name. With
 * SEEDS, addresses of the transport ports of all nodes parted by commas, it
 * joins a cluster that the node "one" begins; without, it is alone. It runs
 * until it is killed, or until what holds its standard input is gone.
 */
public final class Server extends Node {
  private Server(Settings settings, List<Class<? extends Plugin>> plugins) {
    super(
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), Path.of(settings.get("path.home")), () -> "node"),
        plugins,
        false);
  }

  public static void main(String[] args) throws Exception {
    Settings.Builder s =
        Settings.builder()
            .put("path.home", args[0])
            .put("path.data", args[0] + "/data")
            .put("node.name", args[3])
            .put("cluster.name", "analyze-test")
            .put("network.host", "127.0.0.1")
            .put("http.port", args[1])
            .put("transport.port", args[2])
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
    if (args.length > 4) {
      s.putList("discovery.seed_hosts", args[4].split(","));
      s.putList("cluster.initial_cluster_manager_nodes", "one");
    } else {
      s.put("discovery.type", "single-node");
    }
    List<Class<? extends Plugin>> plugins =
        List.of(
            org.opensearch.transport.Netty4Plugin.class,
            org.opensearch.analysis.common.CommonAnalysisPlugin.class,
            org.opensearch.index.reindex.ReindexPlugin.class);
    Node node = new Server(s.build(), plugins).start();
    System.out.println("started");
    while (System.in.read() >= 0) {}
    node.close();
  }
}
