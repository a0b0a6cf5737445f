import java.io.File;
import java.util.EnumSet;
import java.util.List;
import org.verapdf.features.FeatureFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.metadata.fixer.FixerFactory;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;
import org.verapdf.processor.BatchProcessor;
import org.verapdf.processor.FormatOption;
import org.verapdf.processor.ProcessorFactory;
import org.verapdf.processor.TaskType;
import org.verapdf.processor.plugins.PluginsCollectionConfig;

/** veraPDF's command line, as far as briefgen calls it: --format xml --flavour NAME FILE. */
public class Cli {
    public static void main(String[] given) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidatorConfig config = new ValidatorConfigBuilder().flavour(PDFAFlavour.byFlavourId(given[3])).build();
        try (BatchProcessor processor = ProcessorFactory.fileBatchProcessor(ProcessorFactory.fromValues(config,
                FeatureFactory.defaultConfig(), PluginsCollectionConfig.defaultConfig(), FixerFactory.defaultConfig(),
                EnumSet.of(TaskType.VALIDATE)))) {
            processor.process(List.of(new File(given[4])),
                    ProcessorFactory.getHandler(FormatOption.fromOption(given[1]), false, System.out, false));
        }
    }
}
