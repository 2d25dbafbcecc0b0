using System.Security.Cryptography;
using System.Text;

namespace Assets.Seed.Loading;

/// <summary>
/// The demo's passwords, made at random when it is loaded. They lie as plain text in a file of the key ring's folder, readable by its
/// owner only, so that each start can print them: they guard nothing but invented data.
/// </summary>
internal sealed class DemoPasswords
{
    private const string Consonants = "bdfghjklmnprstv";
    private const string Vowels = "aeiouy";
    private readonly Dictionary<string, string> passwords;

    private DemoPasswords(Dictionary<string, string> passwords) => this.passwords = passwords;

    /// <summary>None where the demo was loaded elsewhere, or the file is gone.</summary>
    public string? Of(string account) => passwords.GetValueOrDefault(account);

    public static DemoPasswords Invent() => new(DemoAccount.All.ToDictionary(account => account.Name, _ => Invented(), StringComparer.Ordinal));

    public static DemoPasswords Read(string keyRingFolder)
    {
        var file = FileIn(keyRingFolder);
        if (!File.Exists(file)) return new DemoPasswords([]);
        return new DemoPasswords(File.ReadLines(file)
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal));
    }

    public void Write(string keyRingFolder)
    {
        Directory.CreateDirectory(keyRingFolder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(FileIn(keyRingFolder)); // an older file would keep the rights it has
        using var file = new StreamWriter(FileIn(keyRingFolder), Encoding.UTF8, options);
        foreach (var (account, password) in passwords) file.Write($"{account}\t{password}\n");
    }

    private static string FileIn(string keyRingFolder) => Path.Combine(keyRingFolder, "demo-users.txt");

    // Three words of six letters that one can read aloud and type, and two digits: some 57 bits.
    private static string Invented()
    {
        var text = new StringBuilder();
        for (var word = 0; word < 3; word++)
        {
            if (word > 0) text.Append('-');
            for (var syllable = 0; syllable < 3; syllable++)
                text.Append(Consonants[RandomNumberGenerator.GetInt32(Consonants.Length)]).Append(Vowels[RandomNumberGenerator.GetInt32(Vowels.Length)]);
        }
        return text.Append(RandomNumberGenerator.GetInt32(10)).Append(RandomNumberGenerator.GetInt32(10)).ToString();
    }
}
