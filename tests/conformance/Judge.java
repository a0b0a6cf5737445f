import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * veraPDF as a judge that stays, since starting it takes longer than judging twenty files.
 *
 * A line in: the standards, with commas between, a tab, a file. Lines out: for each standard "checked", its name and how many
 * checks were made; for each broken one "broken", the standard, the rule, the message and the place; at the end of a file an
 * empty line. Fields stand between tabs. A file that cannot be judged gives one line "failed" with the reason.
 */
public class Judge {
    private static final int EACH = 3; // how many breaches of one rule are told

    public static void main(String[] none) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, "UTF-8");
        System.setOut(System.err); // whatever the library has to say is no answer
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] fields = line.split("\t", 2);
            try {
                judge(fields[0].split(","), new File(fields[1]), answers);
            } catch (Exception error) {
                tell(answers, "failed", error.toString());
            }
            answers.println();
        }
    }

    private static void judge(String[] standards, File file, PrintStream answers) throws Exception {
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String standard : standards) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("no standard " + standard);
            }
            flavours.add(flavour);
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavours.get(0));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavours, EACH, false, true, false)) {
            for (ValidationResult result : validator.validateAll(parser)) {
                String standard = result.getPDFAFlavour().getId();
                tell(answers, "checked", standard, String.valueOf(result.getTotalAssertions()));
                for (TestAssertion found : result.getTestAssertions()) {
                    if (found.getStatus() == TestAssertion.Status.FAILED) {
                        String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                        tell(answers, "broken", standard, rule, found.getErrorMessage(), found.getLocation().getContext());
                    }
                }
            }
        }
    }

    private static void tell(PrintStream answers, String... fields) {
        List<String> clean = new ArrayList<>();
        for (String field : fields) {
            clean.add(String.valueOf(field).replaceAll("\\s+", " "));
        }
        answers.println(String.join("\t", clean));
    }
}
